<?xml version="1.0" encoding="UTF-8"?>
<!-- Who and what the registers hold: one entry for each id, entries that share a number of an authority taken together. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:array="http://www.w3.org/2005/xpath-functions/array" xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:variable name="site" as="document-node()" select="/"/>
  <xsl:variable name="kinds" as="map(*)*" select="
    map { 'element': 'person', 'stem': 'people', 'counted': 'people' },
    map { 'element': 'org', 'stem': 'organisations', 'counted': 'organisations' },
    map { 'element': 'place', 'stem': 'places', 'counted': 'places' },
    map { 'element': 'event', 'stem': 'events', 'counted': 'events' }"/>

  <xsl:key name="entry" match="edition/t:*[@xml:id]" use="@xml:id"/>
  <xsl:key name="named" match="edition/named" use="f:meant(@ref)"/>
  <xsl:key name="turned" match="edition/turn" use="f:meant(@ref)"/>
  <xsl:key name="spoke" match="edition/spoke" use="f:meant(@ref)"/>
  <xsl:key name="there" match="side/there" use="f:meant(@ref)"/>
  <xsl:key name="wrote" match="edition/wrote" use="f:meant(@ref)"/>

  <!-- For each id the one under which the entry stands: of all that share numbers, the first by alphabet. -->
  <xsl:variable name="same" as="map(xs:string, xs:string)">
    <xsl:variable name="sharing" as="array(xs:string)*">
      <xsl:for-each-group select="$site/editions/edition/t:*/t:idno" group-by="string-join((local-name(..), lower-case(@type), normalize-space()), ' ')">
        <xsl:variable name="ids" as="xs:string*" select="distinct-values(current-group()/../@xml:id)"/>
        <xsl:if test="count($ids) gt 1"><xsl:sequence select="array { $ids }"/></xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="f:settled(map:merge(distinct-values($site/editions/edition/t:*/@xml:id) ! map:entry(string(.), string(.))), $sharing)"/>
  </xsl:variable>

  <!-- Each set takes the first of its ids, until nothing changes: A and B may share one number, B and C another. -->
  <xsl:function name="f:settled" as="map(xs:string, xs:string)">
    <xsl:param name="known" as="map(xs:string, xs:string)"/>
    <xsl:param name="sharing" as="array(xs:string)*"/>
    <xsl:variable name="changed" as="map(xs:string, xs:string)*" select="
      for $set in $sharing, $first in sort($set?* ! $known(.))[1], $id in $set?* return $known($id)[. ne $first] ! map:entry($id, $first)"/>
    <xsl:sequence select="
      if (empty($changed)) then $known
      else f:settled(map:merge((map:merge($changed ! map:keys(.) ! map:entry(., sort(for $one in $changed return $one(.))[1])), $known), map { 'duplicates': 'use-first' }), $sharing)"/>
  </xsl:function>

  <!-- The ids under which the entries stand that a pointer means. -->
  <xsl:function name="f:meant" as="xs:string*">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:sequence select="distinct-values(tokenize($pointers) ! substring-after(., '#') ! ($same(.), .)[1])"/>
  </xsl:function>

  <!-- The entry itself: of several editions' the one that tells most. -->
  <xsl:variable name="entries" as="map(xs:string, element())" select="
    map:merge(for $id in map:keys($same)[$same(.) = .], $all in [key('entry', $id, $site)]
      return map:entry($id, (array:flatten($all)[t:idno or t:birth or t:bibl], array:flatten($all))[1]))"/>
  <xsl:variable name="surnames" as="map(xs:string, xs:string)" select="map:merge(map:keys($entries) ! map:entry(., f:surname($entries(.))))"/>

  <!-- The surnames of several people; whoever shares one with another of them has the whole name. -->
  <xsl:function name="f:names" as="xs:string*">
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:variable name="short" as="xs:string*" select="$ids ! ($surnames(.), .)[1]"/>
    <xsl:sequence select="
      for $n in 1 to count($ids) return
        if (count(index-of($short, $short[$n])) gt 1) then ($entries($ids[$n]) ! f:preferred(.), $ids[$n])[1] else $short[$n]"/>
  </xsl:function>

  <!-- Entries of one kind, as people look for them: people by surname, events by date. -->
  <xsl:function name="f:of-kind" as="element()*">
    <xsl:param name="kind" as="map(*)"/>
    <xsl:perform-sort select="map:keys($entries) ! $entries(.)[local-name() = $kind?element]">
      <xsl:sort select="if ($kind?element = 'event') then (f:begins(.), '~')[1] else ''"/>
      <xsl:sort select="f:headword(.)" lang="en"/>
      <xsl:sort select="string(@xml:id)"/>
    </xsl:perform-sort>
  </xsl:function>

  <xsl:function name="f:begins" as="xs:string?">
    <xsl:param name="event" as="element()"/>
    <xsl:sequence select="string(($event/@from, $event/@notBefore, $event/@when)[1])[. ne '']"/>
  </xsl:function>
  <xsl:function name="f:ends" as="xs:string?">
    <xsl:param name="event" as="element()"/>
    <xsl:sequence select="string(($event/@to, $event/@notAfter, $event/@when)[1])[. ne '']"/>
  </xsl:function>

  <!-- 'Rusk, Dean': the surname first, as in a printed register. -->
  <xsl:function name="f:headword" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="marked" as="element()?" select="$entry/t:persName[@type = 'preferred'][1]/t:surname[1]"/>
    <xsl:variable name="name" as="xs:string" select="f:preferred($entry)"/>
    <xsl:variable name="surname" as="xs:string" select="if ($entry/self::t:person) then f:surname($entry) else ''"/>
    <xsl:variable name="rest" as="xs:string" select="
      if ($marked) then replace(normalize-space(string-join($marked/../node()[not(. is $marked)])), '^,\s*|,$', '')
      else if ($surname and not(contains($name, ',')) and ends-with($name, ' ' || $surname)) then normalize-space(substring($name, 1, string-length($name) - string-length($surname)))
      else ''"/>
    <xsl:sequence select="if ($rest) then $surname || ', ' || $rest else $name"/>
  </xsl:function>

  <!-- Where the register has an entry, from the root of the site. -->
  <xsl:function name="f:entry-href" as="xs:string?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="element" as="xs:string?" select="$entries($id)/local-name()"/>
    <xsl:sequence select="$kinds[?element = $element] ! (?stem || '/' || f:uri($id) || '.html')"/>
  </xsl:function>

  <!-- Is an office held on a day? Dates may be years or months alone; without any date nobody knows. -->
  <xsl:function name="f:held" as="xs:boolean">
    <xsl:param name="office" as="element()"/>
    <xsl:param name="day" as="xs:string"/>
    <xsl:variable name="from" as="xs:string" select="string(($office/@from, $office/@notBefore, $office/@when)[1])"/>
    <xsl:variable name="to" as="xs:string" select="string(($office/@to, $office/@notAfter, $office/@when)[1])"/>
    <xsl:sequence select="
      $day ne '' and ($from ne '' or $to ne '')
      and ($from = '' or substring($day, 1, string-length($from)) ge substring($from, 1, string-length($day)))
      and ($to = '' or substring($day, 1, string-length($to)) le substring($to, 1, string-length($day)))"/>
  </xsl:function>
</xsl:stylesheet>
