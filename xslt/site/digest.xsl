<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of the site say of one edition: a small document made from its TEI file, so that no other file is held when they are made. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../lib/language.xsl"/>
  <xsl:include href="../lib/lookup.xsl"/>
  <xsl:include href="../lib/apparatus.xsl"/>
  <xsl:include href="../lib/passages.xsl"/>
  <xsl:include href="../lib/pages.xsl"/>
  <xsl:include href="../lib/versions.xsl"/>
  <xsl:include href="digest-passages.xsl"/>
  <xsl:output method="xml" omit-xml-declaration="yes" indent="no"/>
  <xsl:param name="name" as="xs:string" select="'edition'"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="titles" as="element()*" select="$header/fileDesc/titleStmt/title"/>
    <xsl:variable name="date" as="element()?" select="($header/profileDesc/creation/date, .//text//dateline//date)[1]"/>
    <xsl:variable name="version" as="element()?" select="$header/fileDesc/editionStmt/edition[1]"/>
    <xsl:variable name="main" as="xs:string" select="normalize-space(($titles[@type = 'main'], $titles, .//text//head)[1])"/>
    <edition name="{$name}" when="{($date/@when, $date/@notBefore)[1]}" lang="{$lang}"
      pages="{count(.//text//pb)}" words="{($header/fileDesc/extent/measure[@unit = 'words']/@quantity, count(f:reading-words(.//text//(p | ab))))[1]}"
      readings="{count($mended)}" doubtful="{count($mended[f:uncertain(.)])}" version="{$version/@n}" version-day="{($version/date/@when)[1]}">
      <title>{$main}</title>
      <subtitle>{normalize-space(($titles[@type = 'sub'])[1])}</subtitle>
      <subject>{normalize-space(replace($main, '^Memorandum of Conversation:\s*', '', 'i'))}</subject>
      <locality>{normalize-space(($header/profileDesc/creation/placeName)[1])}</locality>
      <xsl:call-template name="people-there"/>
      <xsl:for-each select="$edition/TEI/standOff/(listPerson/person | listOrg/org | listPlace/place | listEvent/event)"><xsl:copy-of select="." copy-namespaces="no"/></xsl:for-each>
      <xsl:call-template name="passages"/>
      <xsl:call-template name="hands"/>
      <xsl:for-each select="$header/encodingDesc/(projectDesc/*[normalize-space(.) ne '…'] | editorialDecl/*)">
        <principle name="{if (parent::projectDesc) then 'project' else local-name()}"><xsl:copy-of select="if (parent::projectDesc) then . else node()" copy-namespaces="no"/></principle>
      </xsl:for-each>
      <xsl:call-template name="mended"/>
    </edition>
  </xsl:template>

  <!-- Who was there, by sides; who spoke, with what the header counts of it; who wrote it down. -->
  <xsl:template name="people-there" as="element()*">
    <xsl:variable name="counts" as="element()?" select="$header/profileDesc/particDesc/listPerson[@type = 'talk']"/>
    <xsl:for-each select="$header/profileDesc/particDesc/listPerson[not(@type = 'talk')]">
      <side label="{normalize-space(head)}">
        <xsl:for-each select="person[@sameAs]"><there ref="{@sameAs}"><xsl:copy-of select="@role"/></there></xsl:for-each>
      </side>
    </xsl:for-each>
    <xsl:for-each select="$header/profileDesc/particDesc/listPerson/person[@sameAs][state], $counts/personGrp[@role = 'together']">
      <!-- Where the page of the document shows what somebody says. -->
      <spoke ref="{(@sameAs, @corresp)[1]}" at="{self::person/f:speaker-anchor(@sameAs) ! ('#' || .)}" turns="{state/desc/measure[@unit = 'turns']/@quantity}" words="{state/desc/measure[@unit = 'words']/@quantity}"
        of="{$counts/desc/measure[@unit = 'words'][@type = 'spoken']/@quantity}"/>
    </xsl:for-each>
    <xsl:for-each select="$header/fileDesc/titleStmt/author[(@ref, persName/@ref)[1]]">
      <wrote ref="{(@ref, persName/@ref)[1]}"><xsl:copy-of select="@cert"/></wrote>
    </xsl:for-each>
  </xsl:template>

  <!-- Hands, what each wrote or struck out, and stamps; on the pages as typed each has its own sheet. -->
  <xsl:template name="hands" as="element()*">
    <xsl:variable name="written" as="element()*" select="$edition//text//*[@hand]"/>
    <xsl:for-each select="$header//handNote">
      <hand id="{@xml:id}"><xsl:copy-of select="@cert, node()" copy-namespaces="no"/></hand>
    </xsl:for-each>
    <xsl:for-each select="$written">
      <written by="{@hand}" as="{local-name()}" page="{f:page(.)}" at="{(ancestor-or-self::*[self::note or self::fw or self::p or self::ab]/@xml:id)[last()]}">{f:words(.)}</written>
    </xsl:for-each>
    <xsl:for-each select="$edition//text//(fw[@type = 'stamp'] | stamp[not(ancestor::fw[@type = 'stamp'])])">
      <stamp page="{f:page(.)}" at="{(ancestor-or-self::*[self::fw or self::p or self::ab or self::note]/@xml:id)[last()]}">{f:words(.)}</stamp>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="mended" as="element()*">
    <xsl:for-each select="$mended">
      <xsl:variable name="change" as="element()?" select="f:change(.)"/>
      <mended at="{f:anchor(.)}" place="{f:whereabouts(.)}" was="{f:transcribed(.)}" reads="{f:edited(.)}" cert="{f:lemma(.)/@cert}"
        since="{f:since(.)}" when="{($change/@when, $version-day)[1]}"
        after="{if (exists(f:sources(.))) then string-join(f:sources(.) ! f:witness(.), ', ') else f:say(if (orig) then 'by-regularising' else 'by-conjecture')}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:variable name="version-day" as="xs:string" select="string(($header/fileDesc/editionStmt/edition[1]/date/@when)[1])"/>
</xsl:stylesheet>
