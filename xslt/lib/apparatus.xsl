<?xml version="1.0" encoding="UTF-8"?>
<!-- The entries of the apparatus: which there are, their numbers, what each reads, what is mended and what only varies. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="change" match="change[@target]" use="tokenize(@target)"/>

  <!-- An entry that other marks have cut is its first piece; the others only hold more of its words. -->
  <xsl:variable name="readings" as="element()*" select="$edition//text//(app | choice[sic or orig])[not(@prev)]"/>
  <xsl:variable name="mended" as="element()*" select="$readings[f:is-mended(.)]"/>
  <xsl:variable name="varying" as="element()*" select="$readings[f:not-taken(.)]"/>
  <xsl:variable name="in-text" as="element()*" select="$readings[not(ancestor::fw)]"/>
  <xsl:variable name="in-furniture" as="element()*" select="$readings[ancestor::fw]"/>

  <!-- Numbers for the readings of the text, letters for those of running heads and feet, which the text does not show. -->
  <xsl:variable name="labels" as="map(xs:string, xs:string)" select="map:merge((
    for $n in 1 to count($in-text) return map:entry(f:identity($in-text[$n]), string($n)),
    for $n in 1 to count($in-furniture) return map:entry(f:identity($in-furniture[$n]), format-integer($n, 'a'))))"/>

  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$labels(f:identity($entry))"/>
  </xsl:function>

  <!-- The entry of which an element is a piece, and its pieces in order. -->
  <xsl:function name="f:whole" as="element()">
    <xsl:param name="piece" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$piece/@prev/f:entry(.)[self::app or self::choice]"/>
    <xsl:sequence select="if ($before) then f:whole($before) else $piece"/>
  </xsl:function>
  <xsl:function name="f:pieces" as="element()+">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry, $entry/@next/f:entry(.)[self::app or self::choice] ! f:pieces(.)"/>
  </xsl:function>

  <!-- The element that has the words of the transcription. -->
  <xsl:function name="f:base" as="element()?">
    <xsl:param name="piece" as="element()"/>
    <xsl:sequence select="($piece/(lem | rdg)[tokenize(@wit) = '#ocr'], $piece/(sic | orig), $piece/rdg[not(@wit)])[1]"/>
  </xsl:function>

  <!-- The element that has the words of the edition. -->
  <xsl:function name="f:lemma" as="element()?">
    <xsl:param name="piece" as="element()"/>
    <xsl:sequence select="$piece/(lem | corr | reg)[1]"/>
  </xsl:function>

  <!-- Where the transcription's reading stands, nothing was mended. -->
  <xsl:function name="f:is-mended" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="not(tokenize($entry/lem/@wit) = '#ocr')"/>
  </xsl:function>

  <!-- What witnesses read that the edition does not take. -->
  <xsl:function name="f:not-taken" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/rdg except f:base($entry)"/>
  </xsl:function>

  <!-- The words of the transcription, over all pieces. -->
  <xsl:function name="f:transcribed" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="texts" as="text()*">
      <xsl:for-each-group select="f:pieces($entry)" group-adjacent="f:identity(f:block(.))">
        <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="current-group() ! f:base(.)/node()" mode="words"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($texts))"/>
  </xsl:function>

  <!-- The words of the edition; empty where they fall out. -->
  <xsl:function name="f:edited" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="if (f:is-mended($entry)) then f:words(f:lemma($entry)) else f:transcribed($entry)"/>
  </xsl:function>

  <!-- What holds running words around an element. -->
  <xsl:function name="f:block" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      ($element/ancestor::*[self::p or self::ab or self::item or self::cell or self::head or self::label or self::dateline or self::salute
        or self::signed or self::closer or self::opener or self::postscript or self::fw or self::note][1], $element/..)[1]"/>
  </xsl:function>

  <!-- The sign of an entry stands behind this piece: in the text behind the words that are read, on the paper on the entry's own sheet. -->
  <xsl:function name="f:bears-sign" as="xs:boolean">
    <xsl:param name="piece" as="element()"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:variable name="entry" as="element()" select="f:whole($piece)"/>
    <xsl:variable name="shown" as="element()+" select="
      if ($view = 'reading') then (if (f:is-mended($entry)) then $entry else f:pieces($entry))
      else f:pieces($entry)[f:page(.) = f:page($entry)]"/>
    <xsl:sequence select="$piece is $shown[last()]"/>
  </xsl:function>

  <xsl:function name="f:uncertain" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="(f:lemma($entry)/@cert, $entry/@cert) = 'low'"/>
  </xsl:function>

  <!-- The anchor of an entry in the text; made from its place where the file gives no id. -->
  <xsl:function name="f:anchor" as="xs:string">
    <xsl:param name="piece" as="element()"/>
    <xsl:sequence select="string(($piece/@xml:id, 'reading.' || f:label($piece))[1])"/>
  </xsl:function>

  <!-- The witnesses after which the edition reads as it does. -->
  <xsl:function name="f:sources" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="f:lemma($entry)/tokenize(string((@wit, @source)[1]))"/>
  </xsl:function>

  <xsl:function name="f:witness" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($pointer, '#')"/>
    <xsl:sequence select="
      if ($id = 'ocr') then f:say('the-transcription')
      else if (f:entry($pointer)/abbr) then normalize-space(f:entry($pointer)/abbr)
      else if (string-length($id) le 6) then upper-case($id) else $id"/>
  </xsl:function>

  <xsl:function name="f:witness-title" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="normalize-space(((f:entry($pointer)//title)[1], f:entry($pointer))[1])"/>
  </xsl:function>

  <!-- In what a reading differs, in words; nothing where the file does not say. -->
  <xsl:function name="f:differs" as="xs:string">
    <xsl:param name="type" as="xs:string?"/>
    <xsl:sequence select="f:named('differs', $type, '')"/>
  </xsl:function>

  <!-- Why an entry reads as it does, as the editor says. -->
  <xsl:function name="f:reasons" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/@xml:id/key('about', '#' || ., $edition), $entry/note"/>
  </xsl:function>

  <xsl:function name="f:responsible" as="xs:string">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($pointer, '#')"/>
    <xsl:sequence select="if ($id = 'editor') then f:say('the-editor') else $id"/>
  </xsl:function>
</xsl:stylesheet>
