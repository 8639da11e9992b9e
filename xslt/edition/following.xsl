<?xml version="1.0" encoding="UTF-8"?>
<!--
  Following one speaker through the talk, without a script. Each speaker is a link to itself: where its address is that of
  the page (:target), the style sheet dims what others say (talk.css). A link rather than a radio button, because

  - it has an address, so registers and pages of people lead to it, and it can be sent and cited;
  - the keyboard works as with any link: the browser puts the focus on the target, which is the link that was followed;
  - those who listen hear the state as words of the link, and the way back is the browser's;
  - the page moves to the ribbon and no further, so that the choice stays in sight above the text.

  What a fragment cannot do is last while another is followed. So the links from turn to turn are targets too: they keep
  the speaker, and each has the focus when it is reached. Any other address shows everyone again.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- For each speaker and turn, as '#person.rusk turn.3', the anchor of the turn that comes next. -->
  <xsl:variable name="next" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each select="$followed">
        <xsl:variable name="one" as="xs:string" select="."/>
        <xsl:variable name="own" as="element()*" select="key('spoken', $one, $edition)[not(ancestor::said)][@xml:id]"/>
        <xsl:for-each select="1 to count($own)">
          <xsl:variable name="n" as="xs:integer" select="."/>
          <xsl:map-entry key="$one || ' ' || $own[$n]/@xml:id" select="($own[$n + 1] ! f:next-anchor(., $one), f:speaker-anchor($one))[1]"/>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- The link of a turn to the next of its speaker, as an address. -->
  <xsl:function name="f:next-anchor" as="xs:string">
    <xsl:param name="turn" as="element()"/>
    <xsl:param name="one" as="xs:string"/>
    <xsl:sequence select="'next.' || $turn/@xml:id || (if (tokenize($turn/@who)[2]) then '.' || index-of($followed, $one) else '')"/>
  </xsl:function>

  <!-- After the last turn it leads back to the choice. The arrow is the style sheet's: it is no word of the text. -->
  <xsl:template match="said[not(@prev)][@xml:id]" mode="next-turn" as="element()*">
    <xsl:variable name="turn" as="element()" select="."/>
    <xsl:variable name="who" as="xs:string*" select="distinct-values(tokenize(@who))[. = $followed]"/>
    <xsl:for-each select="$who">
      <xsl:variable name="to" as="xs:string" select="$next(. || ' ' || $turn/@xml:id)"/>
      <xsl:variable name="goes-on" as="xs:boolean" select="starts-with($to, 'next.')"/>
      <a class="next follow-{index-of($followed, .)}{if ($who[2]) then ' of-several' else ''}{if ($goes-on) then '' else ' last'}" id="{f:next-anchor($turn, .)}" href="#{$to}"
        aria-label="{f:say(if ($goes-on) then 'next-turn-of' else 'last-turn-of', map { 'speaker': f:called(.) })}"><xsl:sequence select="f:in-interface-among($lang)"/></a>
    </xsl:for-each>
  </xsl:template>

  <!-- Everyone who speaks, alone or together, with turns and words; each person is a link. -->
  <xsl:template name="following" as="element()">
    <xsl:variable name="all" as="xs:integer" select="if ($words-spoken gt 0) then $words-spoken else f:words-of($first-parts)"/>
    <ul class="shares" role="list" aria-label="{f:say('turns-by-speaker')}">
      <xsl:if test="exists($followed)">
        <li class="share">
          <a id="everyone" class="everyone" href="#everyone">{f:say('everyone')}<span class="now"> {f:say('shown')}</span></a>
          <xsl:text> </xsl:text>
          <span class="count">{f:turns-and-words(count($first-parts), $all)}</span>
        </li>
      </xsl:if>
      <xsl:for-each select="distinct-values(($sets, $followed))">
        <xsl:variable name="set" as="xs:string" select="."/>
        <xsl:variable name="own" as="element()*" select="$turns-of($set)"/>
        <xsl:variable name="with-others" as="element()*" select="$sets[. ne $set][tokenize(.) = $set] ! $turns-of(.)"/>
        <xsl:variable name="words" as="xs:integer" select="(key('counted', $set, $edition)[$words-spoken gt 0][1] ! f:count(., 'words', ()), f:words-of($own))[1]"/>
        <xsl:variable name="number" as="xs:integer?" select="index-of($followed, $set)"/>
        <xsl:variable name="name" as="node()*"><span class="swatch" aria-hidden="true"></span><xsl:text>{f:called($set)}</xsl:text></xsl:variable>
        <li class="share {f:speaker-class(($own/@who, $set)[1])}{$number ! (' share-' || .)}">
          <xsl:choose>
            <xsl:when test="exists($number)"><a class="follow-{$number}" id="{f:speaker-anchor($set)}" href="#{f:speaker-anchor($set)}"><xsl:sequence select="$name"/><span class="now"> {f:say('shown')}</span></a></xsl:when>
            <xsl:otherwise><span><xsl:sequence select="$name"/></span></xsl:otherwise>
          </xsl:choose>
          <xsl:text> </xsl:text>
          <span class="count">{string-join((
            if (exists($own) or empty($with-others)) then f:turns-and-words(count($own), $words) || (if ($all gt 0) then ', ' || round(100 * $words div $all) || '&#160;%' else '') else (),
            if (exists($with-others)) then f:counted('turns-with-others', count($with-others)) else ()), '; ')}</span>
          <xsl:if test="exists($number)">
            <xsl:for-each select="(key('spoken', $set, $edition)[not(ancestor::said)][@xml:id])[1]">
              <xsl:text> </xsl:text>
              <a class="first" href="#{f:next-anchor(., $set)}"><span aria-hidden="true">↓</span><span class="vh">{f:say('first-turn-of', map { 'speaker': f:called($set) })}</span></a>
            </xsl:for-each>
          </xsl:if>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- How much somebody says, as a link to it where there is one. -->
  <xsl:template name="to-turns" as="node()">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <!-- What those who listen hear besides. -->
    <xsl:param name="more" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="exists(f:speaker-anchor($pointer))"><a href="#{f:speaker-anchor($pointer)}">{$words}<span class="vh"> {$more}</span></a></xsl:when>
      <xsl:otherwise><xsl:text>{$words}</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- '14 turns, 1,890 words'. -->
  <xsl:function name="f:turns-and-words" as="xs:string">
    <xsl:param name="turns" as="xs:integer"/>
    <xsl:param name="words" as="xs:integer"/>
    <xsl:sequence select="f:counted('turns', $turns) || ', ' || f:counted('words', $words)"/>
  </xsl:function>
</xsl:stylesheet>
